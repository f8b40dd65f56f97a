import { layoutWithMessages } from '@/components/site/client-messages';

export default layoutWithMessages(['account.gate', 'team.announcements', 'discussion.text']);

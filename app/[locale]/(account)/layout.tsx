import { layoutWithMessages } from '@/components/site/client-messages';

const TEXTS = ['menu', 'signUp', 'signIn', 'merge', 'forgot', 'link', 'settings', 'fields', 'invalid', 'problems'];

/** All account pages share their texts; the mails' stay on the server. */
export default layoutWithMessages(TEXTS.map((part) => `account.${part}`));

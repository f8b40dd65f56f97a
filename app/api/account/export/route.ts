import { exportData } from '@/server/accounts/export-data';
import { route } from '@/server/http';

export const GET = route(async (request) => {
  const data = await exportData(request.headers);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="peergrad-${data.exportedAt.slice(0, 10)}.json"`,
    },
  });
});

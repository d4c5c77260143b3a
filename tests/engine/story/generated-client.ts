import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { paths } from '../../outsiders/api';

/** A department's system as its makers would write it: types and client made from the description alone. */
export async function generatedClient(baseUrl: string, username: string, password: string) {
  const client = createClient<paths>({ baseUrl });
  const { data, error } = await client.POST('/api/v1/session', { body: { username, password } });
  if (!data) throw new Error(`${username} could not sign in: ${JSON.stringify(error)}`);
  client.use({
    onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${data.token}`);
      return request;
    },
  });
  return client;
}

/** The header by which an act happens once. */
export const once = () => ({ header: { 'Idempotency-Key': randomUUID() } });

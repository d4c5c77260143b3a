import { z } from './zod';
import { paths } from '../paths';
import { SignIn } from '../routes/v1/session';
import { NewToken } from '../../domain/registers/new-token';
import { IssuedToken, Person, Token } from './answers';
import { json, type Parts } from './parts';

/** Tokens and who holds them. */
export function describeSession({ registry, signedIn, refused }: Parts): void {
  const tags = ['session'];
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/session`,
    operationId: 'signIn',
    summary: 'Change a user name and password for a token',
    tags,
    security: [],
    request: { body: { required: true, ...json(SignIn) } },
    responses: {
      201: { description: 'A token', ...json(z.object({ token: z.string(), expiresInHours: z.int() })) },
      ...refused(400, 401, 422, 429, 500),
    },
  });
  registry.registerPath({
    method: 'get',
    path: `${paths.api}/me`,
    operationId: 'whoAmI',
    summary: 'Who is signed in',
    tags,
    security: signedIn,
    responses: { 200: { description: 'The account', ...json(Person) }, ...refused(401, 429, 500) },
  });
  registry.registerPath({
    method: 'get',
    path: `${paths.api}/tokens`,
    operationId: 'listTokens',
    summary: 'Tokens of this account, without what they open with',
    tags,
    security: signedIn,
    responses: {
      200: { description: 'The tokens, newest first', ...json(z.array(Token)) },
      ...refused(401, 403, 429, 500),
    },
  });
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/tokens`,
    operationId: 'issueToken',
    summary: 'A token for a system of the department: with a name, a scope and an end',
    tags,
    security: signedIn,
    request: { body: { required: true, ...json(NewToken) } },
    responses: {
      201: { description: 'The token, told this once', ...json(IssuedToken) },
      ...refused(400, 401, 403, 422, 429, 500),
    },
  });
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/tokens/{id}/end`,
    operationId: 'endToken',
    summary: 'End a token at once',
    tags,
    security: signedIn,
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 204: { description: 'It is ended' }, ...refused(401, 403, 404, 429, 500) },
  });
}

import express, { Router } from 'express';
import type { Views } from '../../views/create-views';
import { endingFrame, officeFrame, publicFrame } from './kit-frames';

/** Components that the public site uses. */
const publicComponents = ['table', 'filter-form', 'pagination', 'summary-list'];

/**
 * Every component with its examples, in the frame of the back office, of the public site and in the bare one: for
 * whoever writes pages. It needs no sign-in and no database, and is no address of the system's own.
 */
export function kitPages(views: Views): Router {
  return Router()
    .get('/kit', (_request, response) => response.render('kit', { page: officeFrame, title: '组件', kit: views.kit() }))
    .get('/kit/public', (_request, response) =>
      response.render('kit', {
        layout: 'public',
        page: publicFrame,
        title: '检查结果',
        kit: views.kit().filter(({ component }) => publicComponents.includes(component)),
      }),
    )
    .get('/kit/bare', (_request, response) =>
      response.render('error', {
        layout: 'bare',
        page: { title: '错误' },
        error: { title: '找不到这一页', code: 'NOT_FOUND' },
      }),
    )
    .get('/kit/ending', (_request, response) =>
      response.render('error', { page: endingFrame, error: { title: '即将超时' } }),
    )
    .post('/kit/session/extend', express.urlencoded({ extended: true }), (request, response) => {
      const { _csrf } = request.body as { _csrf?: string };
      response.sendStatus(_csrf === officeFrame.csrfToken ? 204 : 403);
    });
}

import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import type { RegisterAct } from '../../../domain/registers/permissions';
import type { AppWorld } from '../../app-world';
import { submissionOf } from '../../forms/submission-of';
import { paths } from '../../paths';
import { openPage } from '../registers/open-page';
import { registerActor } from '../registers/register-actor';
import { showFaults } from './show-faults';

const Body = z.object({ until: z.iso.datetime().transform((text) => new Date(text)) });

/** The buttons of the page; what stands against one is said on the page itself. */
export function faultActs(world: AppWorld): Router {
  return Router()
    .post(paths.faultRetry, async (req, res) => {
      await act(req, res, 'step.retry', 'faults:retried', (command) =>
        world.steps.retry({ ...command, faultId: String(req.params['id']) }),
      );
    })
    .post(paths.faultSettle, async (req, res) => {
      await act(req, res, 'step.settle', 'faults:settled', (command) =>
        world.steps.settle({ ...command, faultId: String(req.params['id']) }),
      );
    })
    .post(paths.straysSeen, async (req, res) => {
      await act(req, res, 'stray.note', 'faults:strays.noted', (command) => {
        const body = Body.safeParse(req.body);
        if (!body.success) throw new Refusal('INVALID_INPUT');
        return world.steps.noteStrays({ ...command, until: body.data.until });
      });
    });

  async function act(
    req: Request,
    res: Response,
    name: RegisterAct,
    notice: string,
    work: (command: Omit<Parameters<AppWorld['steps']['settle']>[0], 'faultId'>) => Promise<void>,
  ): Promise<void> {
    const person = openPage(req, 'faults');
    const actor = registerActor(person, name);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act: name });
    try {
      const submission = submissionOf((req.body ?? {}) as Record<string, unknown>);
      await work({ actor, submission, at: world.now() });
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      return showFaults(world, req, res, person, failure);
    }
    req.session.notice = { key: notice };
    res.redirect(303, paths.faults);
  }
}

import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { AppWorld } from './app-world';
import { languageOf } from './middleware/language';
import { languages, type Language } from './views/language';

/** The same world with its words in another language. */
export const worldIn = (world: AppWorld, language: Language): AppWorld => ({
  ...world,
  views: world.views.in(language),
});

/**
 * Pages made once for each language; a request goes to those of its own. So a page knows one language only, has it from the
 * world that it is made of, and cannot mix two.
 */
export function inEachLanguage(world: AppWorld, pages: (world: AppWorld) => RequestHandler): RequestHandler {
  const made = madeOf(world, pages);
  return (req, res, next) => made[languageOf(res)](req, res, next);
}

/** The same for what answers failures. */
export function errorsInEachLanguage(
  world: AppWorld,
  pages: (world: AppWorld) => ErrorRequestHandler,
): ErrorRequestHandler {
  const made = madeOf(world, pages);
  return (error, req, res, next) => made[languageOf(res)](error, req, res, next);
}

const madeOf = <Made>(world: AppWorld, make: (world: AppWorld) => Made) =>
  Object.fromEntries(languages.map((language) => [language, make(worldIn(world, language))])) as Record<Language, Made>;

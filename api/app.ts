import express, { type Express } from 'express';
import helmet from 'helmet';
import type { AppWorld } from './app-world';
import { bearerToken } from './middleware/bearer-token';
import { compressed } from './middleware/compressed';
import { chosenDensity, densities } from './middleware/density';
import { errorsInEachLanguage, inEachLanguage } from './in-each-language';
import { errorPage, notFoundPage } from './middleware/error-page';
import { unlisted } from './middleware/for-programs';
import { formProtection } from './middleware/form-protection';
import { choiceRoute } from './middleware/kept-choice';
import { askedLanguage, chosenLanguage, languageChoice } from './middleware/language';
import { actLimit, signInLimit } from './middleware/limits';
import { neverKept } from './middleware/never-kept';
import { otherLanguages } from './middleware/other-languages';
import { plainAddress } from './middleware/plain-address';
import { problemHandler } from './middleware/problem-json';
import { requirePerson } from './middleware/require-person';
import { saveBeforeRedirect } from './middleware/save-before-redirect';
import { remarksInAnswers } from './middleware/remarks-in-answers';
import { tellRemarks } from './middleware/tell-remarks';
import { signedInPerson } from './middleware/signed-in-person';
import { backOfficePages } from './pages/back-office';
import { kitPages } from './pages/kit/kit-pages';
import { publicErrors } from './pages/public/public-errors';
import { publicSite } from './pages/public/public-site';
import { signInPages } from './pages/sign-in';
import { paths } from './paths';
import { openApiRoute } from './routes/openapi';
import { healthRoute } from './routes/health';
import { robotsRoute } from './routes/robots';
import { apiV1 } from './routes/v1';
import { sessionRoutes } from './routes/v1/session';
import { uploadRoutes } from './uploads/upload-routes';

/** The web as one list of steps; everything it needs is handed in. */
export async function createApp(world: AppWorld): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', world.config.trustedProxies);
  app.set('query parser', 'extended');
  await world.views.install(app);

  app.use(
    helmet({
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
      strictTransportSecurity: world.config.production,
    }),
  );
  app.use(compressed());
  if (world.assets) app.use(paths.assets, world.assets);
  app.use(chosenLanguage, plainAddress, healthRoute(world));
  if (world.config.nodeEnv === 'development') app.use(kitPages(world.views));
  app.use(robotsRoute());
  app.use(paths.publicHome, askedLanguage);
  app.use(otherLanguages(world), choiceRoute(world, paths.language, languageChoice));
  app.use(chosenDensity, choiceRoute(world, paths.density, densities));
  app.use(inEachLanguage(world, publicSite));
  // Also for what was wrong with the address before the site was asked.
  app.use(paths.publicHome, errorsInEachLanguage(world, publicErrors));
  app.use(unlisted);

  app.use(openApiRoute(world));
  app.use(paths.api, askedLanguage);
  app.use(`${paths.api}/session`, signInLimit(world), express.json({ limit: '10kb' }), sessionRoutes(world));
  app.use(neverKept, world.sessions, saveBeforeRedirect, tellRemarks, signedInPerson(world));
  app.use(
    paths.api,
    bearerToken(world),
    requirePerson,
    actLimit(world),
    express.json({ limit: '1mb' }),
    remarksInAnswers,
    apiV1(world),
    problemHandler(world),
  );

  app.use(express.urlencoded({ extended: true, limit: '2mb', parameterLimit: 5000 }), formProtection(world));
  const signInsLimited = signInLimit(world);
  app.use(inEachLanguage(world, (one) => signInPages(one, signInsLimited)));
  app.use(requirePerson, actLimit(world), uploadRoutes(world));
  app.use(inEachLanguage(world, backOfficePages));
  app.use(notFoundPage, errorsInEachLanguage(world, errorPage));
  return app;
}

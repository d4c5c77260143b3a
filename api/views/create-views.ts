import { basename, dirname, join } from 'node:path';
import type { Express } from 'express';
import { ExpressHandlebars } from 'express-handlebars';
import type { HelperOptions } from 'handlebars';
import { statusTint } from '../faces/status-tint';
import { componentFunctions } from './component-functions';
import { fieldsFirst } from './fields-first';
import type { Language } from './language';
import { logicFunctions } from './logic-functions';
import { readKit, type KitPart } from './read-kit';
import { createTextFunctions } from './text-functions';
import { createTexts, type MissingText, type Texts } from './texts';

export type Layout = 'back-office' | 'public' | 'bare';

export interface ViewOptions {
  /** The directory that holds layouts, components, pages and locales. */
  templates: string;
  missingText: MissingText;
  /** Keep compiled templates; off only while templates are being written. */
  cache: boolean;
  /** Where the assets of this build are served, without a slash at the end; another build has another address. */
  assets: string;
  /** Turns a route's name and its parameters into an address; from api/paths. */
  path?: (name: string, parameters: Record<string, unknown>) => string;
}

export interface Views {
  /** The words of the language that these views speak. */
  texts: Texts;
  /** The same views with the words of another language. */
  in(language: Language): Views;
  /** Makes `res.render('page', model)` work, and compiles all components now instead of at the first visitor. */
  install(app: Express): Promise<void>;
  /** A whole page as HTML; `layout: false` in the model gives the page's own part alone. */
  render(page: string, model: PageModel): Promise<string>;
  /** The examples of every component. */
  kit(): KitPart[];
  /** One component as HTML. */
  renderComponent(name: string, model: object): Promise<string>;
}

export type PageModel = { layout?: Layout | false } & Record<string, unknown>;

interface Partials {
  [name: string]: (model: object, options: object) => string;
}

function createAddressFunctions({ assets, path }: ViewOptions) {
  return {
    asset: (file: string) => `${assets}/${file}`,
    path(name: string, options: HelperOptions) {
      if (path) return path(name, options.hash as Record<string, unknown>);
      throw new Error(
        `The address of "${name}" is asked for, but the views know no paths. Pass "path" to createViews.`,
      );
    },
  };
}

/** The view engine with its texts, layouts, components and functions. Data never goes into a page unescaped. */
export function createViews(options: ViewOptions): Views {
  const { templates, cache } = options;
  const texts = createTexts(join(templates, 'locales'), options.missingText);
  const helpers = fieldsFirst({
    ...logicFunctions,
    ...componentFunctions,
    ...createTextFunctions(texts),
    tint: statusTint,
    ...createAddressFunctions(options),
  });
  // Without preventIndent an indented call would indent the lines a person wrote into a textarea.
  const compilerOptions = { explicitPartialContext: true, preventIndent: true };
  const componentsDirectory = {
    dir: join(templates, 'components'),
    rename: (file: string) => (basename(file) === 'template.hbs' ? dirname(file) : file),
  };
  const engine = new ExpressHandlebars({
    extname: '.hbs',
    defaultLayout: 'back-office',
    layoutsDir: join(templates, 'layouts'),
    partialsDir: componentsDirectory as never,
    compilerOptions,
    helpers,
  });
  const components = () => engine.getPartials({ cache }) as Promise<Partials>;

  const views: Views = {
    texts,
    in: (language) => ({ ...views, texts: texts.in(language) }),
    kit: () => readKit(templates),
    async install(app) {
      app.engine('hbs', (file, model, callback) => {
        const withCache: object = { ...model, cache };
        void engine.engine(file, withCache, (error, html) => callback(error, html));
      });
      app.set('view engine', 'hbs');
      app.set('views', join(templates, 'pages'));
      if (cache) app.enable('view cache');
      await components();
    },
    async render(page, model) {
      const settings = { views: join(templates, 'pages') };
      return engine.renderView(join(templates, 'pages', `${page}.hbs`), {
        ...model,
        cache,
        settings,
      } as never) as unknown as Promise<string>;
    },
    async renderComponent(name, model) {
      const partials = await components();
      const template = partials[name];
      if (!template)
        throw new Error(
          `There is no component "${name}". Its template belongs in templates/components/${name}/template.hbs.`,
        );
      return template(model, { helpers, partials, data: { root: model } });
    },
  };
  return views;
}

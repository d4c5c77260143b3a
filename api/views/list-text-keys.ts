import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';

export interface TextUse {
  key: string;
  template: string;
  line: number;
}

/** Finds `{{t "key"}}` and `(t "key")`; a key that is put together at run time cannot be found this way. */
class TextKeys extends Handlebars.Visitor {
  readonly uses: TextUse[] = [];

  constructor(private readonly template: string) {
    super();
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    this.note(statement);
    super.MustacheStatement(statement);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.note(expression);
    super.SubExpression(expression);
  }

  private note({ path, params, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    if ((path as hbs.AST.PathExpression).original !== 't') return;
    const [key] = params;
    if (key?.type === 'StringLiteral')
      this.uses.push({ key: (key as hbs.AST.StringLiteral).value, template: this.template, line: loc.start.line });
  }
}

/** Documents have a catalogue and functions of their own. */
const folders = ['layouts', 'components', 'pages'];

/** Every text that a template of the pages asks for by a fixed key, with where; for comparing with the catalogues. */
export function listTextKeys(templates: string): TextUse[] {
  const files = folders
    .flatMap((folder) => readdirSync(join(templates, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'));
  return files.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const finder = new TextKeys(relative(templates, file));
    finder.accept(Handlebars.parse(readFileSync(file, 'utf8')));
    return finder.uses;
  });
}

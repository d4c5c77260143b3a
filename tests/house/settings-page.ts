import { settingRules } from './setting-rules';

/** docs/settings.md: every setting of the county with what it decides and the test that sees it. */
export function settingsPage(): string {
  const rows = Object.entries(settingRules).map(
    ([
      key,
      {
        rules,
        unit,
        bounds,
        test: [file, title],
      },
    ]) => `| \`${key}\` | ${rules} | ${unit} | ${bounds} | [${title}](../${file}) |`,
  );
  return `# Settings of the county

Numbers of law and policies that may differ are settings: each value has its source and the day from which it holds, and
is read in one typed way (\`services/queries/registers/read-setting.ts\`; rules ask the facts \`setting\` and \`legalTerm\`).
What was promised keeps the value of its day. What a statute fixes without play is a constant beside its clause. This page
is written from \`tests/house/setting-rules.ts\` by \`tests/house/write-settings-page.ts\`; a test holds it.

| Key | Decides | Unit | Bounds | Test that sees another outcome |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

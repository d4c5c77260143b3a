import type { SettingKey } from '../../domain/registers/setting-values';

export interface SettingRule {
  /** What the value decides. */
  rules: string;
  unit: string;
  bounds: string;
  /** Files in which a rule reads it, through the one reader. */
  readers: string[];
  /** A test that sees another outcome by another value: its file and title. */
  test: [file: string, title: string];
}

/** What each setting decides and by which test it is seen; `docs/settings.md` is made from it. */
export const settingRules: Record<SettingKey, SettingRule> = {
  'consultation.silence': {
    rules:
      'what it means that a unit did not answer within the term; a check keeps the value of the day it was proposed',
    unit: 'a choice',
    bounds: 'agreed, leader, blocks',
    readers: ['domain/joint-check/acts/propose.ts'],
    test: ['tests/database/cases/consultation-settings.test.ts', 'silence means %s where the setting says so'],
  },
  'consultation.workingDays': {
    rules: 'how long units have to answer; a check keeps the value of the day it was proposed',
    unit: 'working days',
    bounds: '1–30',
    readers: ['domain/joint-check/acts/propose.ts'],
    test: ['tests/database/cases/consultation-settings.test.ts', 'as many working days to answer as the setting says'],
  },
  'consultation.remindDays': {
    rules:
      'how long before the end of a round’s term the silent are reminded; a round keeps the value of its first day',
    unit: 'days',
    bounds: '1–10',
    readers: ['domain/joint-check/acts/consult.ts'],
    test: ['tests/domain/joint-check/proposal.test.ts', 'a round is reminded as many days before its end'],
  },
  'decision.authorisations': {
    rules: 'which standing authorisations of the conference a decision may rest on, until when',
    unit: 'documents',
    bounds: 'at most 100',
    readers: [
      'services/facts/authorisation.ts',
      'services/queries/cases/act-choices.ts',
      'services/books/joint-check/papers.ts',
    ],
    test: ['tests/domain/joint-check/decision.test.ts', 'authorisation'],
  },
  'draw.riskRatios': {
    rules: 'the ratios that fill a proposal which nobody has begun',
    unit: 'basis points',
    bounds: '0–10000 each',
    readers: ['api/faces/joint-check/proposal/usual-scheme.ts'],
    test: ['tests/access/scope-forecast.test.ts', 'what the county usually does fills a proposal'],
  },
  'draw.excludeOpenChecks': {
    rules: 'whether a proposal which nobody has begun leaves out firms that another check is still to visit',
    unit: 'yes or no',
    bounds: '—',
    readers: ['api/faces/joint-check/proposal/usual-scheme.ts'],
    test: ['tests/access/scope-forecast.test.ts', 'what the county usually does fills a proposal'],
  },
  'draw.officersPerDepartment': {
    rules: 'how many officers of a unit a proposal which nobody has begun asks for',
    unit: 'persons',
    bounds: '2 (行政处罚法 42) – 20',
    readers: ['api/faces/joint-check/proposal/usual-scheme.ts'],
    test: ['tests/access/scope-forecast.test.ts', 'what the county usually does fills a proposal'],
  },
  'notice.conduct': {
    rules: 'what inspectors must not do, as every notice to a firm says it; a notice keeps the words of its day',
    unit: 'sentences',
    bounds: '1–40',
    readers: ['services/books/visit/papers.ts'],
    test: ['tests/database/cases/notices.test.ts', 'says what inspectors must not do as the county has set it down'],
  },
  'draw.handChangedClassDays': {
    rules: 'for how long a class that a person changed is shown at each freeze, with who, when and why',
    unit: 'days',
    bounds: '1–365',
    readers: ['services/queries/registers/hand-changed-classes.ts'],
    test: ['tests/database/registers/rows.test.ts', 'a class changed by hand'],
  },
  'task.workingDays': {
    rules:
      'how long a unit has for what neither law nor scheme dates; a task keeps the value of the day since which it waits',
    unit: 'working days',
    bounds: '1–30',
    readers: ['services/cases/with-terms.ts'],
    test: ['tests/access/own-terms.test.ts', 'as long as the office gave on the day since which it waits'],
  },
  'reminder.leastDays': {
    rules: 'how many days lie at least between two reminders to the same unit about the same letter',
    unit: 'days',
    bounds: '0–30',
    readers: ['domain/consultation/acts/remind.ts', 'domain/referral/acts/remind.ts'],
    test: ['tests/domain/consultation/round.test.ts', 'a unit is not reminded again before the least interval is over'],
  },
  'series.unfinishedMinutes': {
    rules: 'after how long what is not done of acts on many cases that a person sent together is a task of theirs',
    unit: 'minutes',
    bounds: '1–1440',
    readers: ['api/pages/many/series-tasks.ts'],
    test: ['tests/access/two-tabs.test.ts', 'as long as the setting says'],
  },
  'publication.workingDays': {
    rules: 'within how long a result is public; a result keeps the value of the day it was completed',
    unit: 'working days',
    bounds: '1–20 (政府信息公开条例 26)',
    readers: ['domain/visit/publication-term.ts'],
    test: ['tests/domain/visit/publication-terms.test.ts', 'runs from the entry on, counted from the completion'],
  },
  'publication.correctionWorkingDays': {
    rules: 'within how long a correction is public, from the day on which the error was established',
    unit: 'working days',
    bounds: '1–20',
    readers: ['domain/visit/publication-term.ts'],
    test: [
      'tests/domain/visit/publication-terms.test.ts',
      'is its own, from the day on which the error was established',
    ],
  },
  'disposition.abnormalListWorkingDays': {
    rules:
      'within how long market regulation decides on 经营异常名录 about whom it did not find itself, from the review on; a result keeps the value of that day',
    unit: 'working days',
    bounds: '1–10',
    readers: ['domain/visit/acts/review-result.ts'],
    test: ['tests/domain/visit/drafted-referrals.test.ts', 'whom market regulation itself did not find'],
  },
  'inspector.certificateWarningDays': {
    rules: 'when whoever keeps a unit’s officers is warned of certificates that end',
    unit: 'days',
    bounds: 'up to 6 numbers from 365 to 1, falling',
    readers: ['api/pages/registers/certificate-tasks.ts'],
    test: ['tests/access/certificate-warnings.test.ts', 'other warning days warn of others'],
  },
  'mail.digestHour': {
    rules: 'from which hour of the day (Asia/Shanghai) the daily mail is written to those who wish it',
    unit: 'hour',
    bounds: '0–23',
    readers: ['services/mail/write-digests.ts'],
    test: ['tests/database/mail/mails.test.ts', 'the county’s hour'],
  },
  'inspector.qualifications': {
    rules: 'which qualifications an officer may be entered with',
    unit: 'names',
    bounds: '1–200',
    readers: [
      'services/registers/edit-inspector.ts',
      'services/registers/load-inspectors.ts',
      'api/pages/registers/qualification-choices.ts',
    ],
    test: ['tests/access/register-edits.test.ts', 'with a qualification that the county has put on its list'],
  },
};

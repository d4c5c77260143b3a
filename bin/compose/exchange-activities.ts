import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createExchangeActivities, type ExchangeActivities } from '../../activities/exchange';
import type { Config } from '../../config';
import type { ExchangeConnector } from '../../connectors/exchange/connector';
import { createHttpConnector } from '../../connectors/exchange/http-connector';
import type { CaseKind } from '../../domain/process';
import { processes } from '../../domain/processes';
import { paceOf } from '../../domain/exchange/pace';
import { exchangePlatforms, findPlatform } from '../../domain/exchange/platform';
import { tellCase } from '../../engine/tell-case';
import { countStray } from '../../services/cases/strays';
import { findMessage } from '../../services/exchange/find-message';
import { countOutstanding } from '../../services/exchange/outstanding';
import { findPerhapsTaken, recordStatus } from '../../services/exchange/perhaps-taken';
import { prepareSending } from '../../services/exchange/prepare-sending';
import { recordOutcome } from '../../services/exchange/record-outcome';
import { takeDue } from '../../services/exchange/take-due';
import { findUntold, markTold } from '../../services/exchange/untold';
import { exchangeWorkflowId } from '../../workflows/exchange-contracts';
import { tellingWorld } from './gateway-world';

type ExchangeConfig = Pick<
  Config,
  'publicCreditUrl' | 'publicCreditKey' | 'jointDisciplineUrl' | 'jointDisciplineKey' | 'countyCode'
> &
  Partial<Pick<Config, 'exchangePerMinute'>>;

/** The exchange's activities on the real outbox and the configured platforms. */
export function exchangeActivities(
  client: Client,
  dataSource: DataSource,
  config: ExchangeConfig,
  casesQueue: string,
): ExchangeActivities {
  const connectors = platformConnectors(config);
  const gateway = tellingWorld(client, dataSource, casesQueue, 20_000);
  return createExchangeActivities({
    countStray: (place, reason) => countStray(dataSource, place, reason),
    queueOf(workflowId) {
      const platform = exchangePlatforms.find(({ key }) => exchangeWorkflowId(key) === workflowId);
      return platform && { platform: platform.key, pace: paceOf(platform, config.exchangePerMinute) };
    },
    takeDue: (request) => takeDue(dataSource, request),
    findMessage: (id) => findMessage(dataSource, id),
    findPerhapsTaken: (row) => findPerhapsTaken(dataSource, row),
    recordStatus: (id, receipt) => recordStatus(dataSource, id, receipt),
    prepareSending: (id) => prepareSending(dataSource, id),
    recordOutcome: (report) => recordOutcome(dataSource, report),
    countOutstanding: (platform) => countOutstanding(dataSource, platform),
    findUntold: (platform, limit) => findUntold(dataSource, platform, limit),
    markTold: (message) => markTold(dataSource, message),
    platform: findPlatform,
    connector: (platform) => connectors[platform],
    now: () => new Date(),
    random: Math.random,
    async onOutcome(message) {
      // A message that is parked waits for a person; the case hears of the others, and looks them up in their rows.
      const tells = processes[message.subjectKind as CaseKind]?.answered && ['sent', 'givenUp'].includes(message.state);
      if (tells) await tellCase(gateway, message.subjectId, `message/${message.id}/${message.state}`);
    },
  });
}

function platformConnectors(config: ExchangeConfig): Record<string, ExchangeConnector> {
  const now = () => Date.now();
  const connector = (key: string, baseUrl: string, secret: string) =>
    createHttpConnector({
      baseUrl,
      secret,
      keyId: config.countyCode,
      timeoutMs: findPlatform(key)?.limits.timeoutMs ?? 10_000,
      now,
    });
  return {
    'public-credit': connector('public-credit', config.publicCreditUrl, config.publicCreditKey),
    'joint-discipline': connector('joint-discipline', config.jointDisciplineUrl, config.jointDisciplineKey),
  };
}

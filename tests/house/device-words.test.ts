import { join } from 'node:path';
import { deviceWords } from '../../api/pages/accounts/device-words';
import { createTexts } from '../../api/views/texts';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
    'Edge 浏览器（Windows）',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
    'Chrome 浏览器（Windows）',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; V2454A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.60',
    '微信（安卓手机）',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 浏览器（iPhone 或 iPad）',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox 浏览器（Linux）'],
  ['some-device on Windows', '其他浏览器（Windows）'],
  ['Chrome/1', 'Chrome 浏览器（其他系统）'],
  ['curl/8.5', '未知设备'],
  ['', '未知设备'],
  [null, '未知设备'],
])('%s is called %s', (agent, words) => {
  expect(deviceWords(texts, agent)).toBe(words);
});

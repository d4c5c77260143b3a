/** What stands around the components on the kit's page of the back office: an invented person at work. */
export const officeFrame = {
  title: '组件',
  demonstration: true,
  csrfToken: 'token',
  navigation: [
    { heading: '办理' },
    { text: '待办', href: '/kit', count: 12, current: true, phone: true },
    { text: '联合抽查', href: '/kit', count: 8, phone: true },
    { text: '检查任务', href: '/kit', phone: true, shortText: '检查' },
    { heading: '名录' },
    { text: '检查对象名录库', href: '/kit' },
  ],
  breadcrumbs: [{ text: '待办', href: '/kit' }, { text: '组件' }],
  flash: { title: '已提交', text: '等待办公室主任审批。', next: { text: '查看进展', href: '/kit' } },
  person: {
    name: '李明远',
    unit: '县市场监督管理局',
    accountHref: '/kit',
    signOutAction: '/kit',
    capacity: {
      action: '/kit',
      choices: [
        { value: 'a', text: '部门经办人', current: true },
        { value: 'b', text: '执法检查人员' },
      ],
    },
  },
  session: {
    expiresInSeconds: 1800,
    warnBeforeSeconds: 120,
    extendUrl: '/kit/session/extend',
    expiredUrl: '/kit',
  },
};

/** The same person a moment before the session ends. */
export const endingFrame = {
  ...officeFrame,
  flash: undefined,
  session: { ...officeFrame.session, expiresInSeconds: 100 },
};

/** What stands around the components on the kit's page of the public site. */
export const publicFrame = {
  title: '检查结果',
  demonstration: true,
  county: '灌云县',
  search: { action: '/kit/public' },
  signInHref: '/sign-in',
  navigation: ['抽查事项', '联合抽查计划', '抽取', '检查结果'].map((text, index) => ({
    text,
    href: '/kit/public',
    current: index === 3,
  })),
};

export default defineAppConfig({
  // What a link in the group, and a door without signal, may ask for; the rest comes with the first page while it is being read.
  pages: ['pages/resident/events/index', 'pages/resident/event/index', 'pages/resident/mine/index', 'pages/resident/code/index'],
  preloadRule: {
    'pages/resident/events/index': { network: 'all', packages: ['pages/resident-more'] },
    'pages/resident/mine/index': { network: 'all', packages: ['pages/resident-more'] },
  },
  subPackages: [
    { root: 'pages/resident-more', pages: ['search/index', 'notices/index', 'card/index', 'my-data/index', 'join/index', 'suggest/index', 'check/index'] },
    { root: 'pages/grid-worker', pages: ['today/index', 'roster/index', 'venue-code/index', 'hung-code/index', 'entry/index', 'tray/index', 'waiting-photos/index', 'event-photos/index', 'sheets/index', 'sheet/index', 'month/index'] },
    { root: 'pages/admin', pages: ['totals/index', 'facts/index', 'report/index', 'report-edit/index', 'report-template/index', 'report-tables/index', 'events/index', 'event/index', 'names/index', 'chain/index', 'campaigns/index', 'campaign/index', 'campaign-new/index', 'answers/index', 'photos/index', 'event-new/index', 'units/index', 'unit-import/index', 'roles/index', 'suggestions/index', 'imported/index', 'imported-edit/index', 'checks/index', 'today/index', 'profile/index'] },
  ],
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '#F8F6F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F8F6F1',
    backgroundTextStyle: 'dark',
  },
  // WeChat's privacy contract is asked for by our own sheet, before the first private thing.
  __usePrivacyCheck__: true,
  // An admin picks the place of an event on WeChat's map; where somebody is, nothing asks.
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
  // The browser build's own: pages change without sliding, as nothing moves while one reads.
  animation: false,
})

window.secretOfPage = 'of the page';
// What the preload is to find exposed before any script of the page runs.
window.kindOfFixtureAtFirst = typeof window.fixture;

import { desktopApi } from './desktop-api.ts';
import { createStores } from './shell/stores.ts';
import { controlStyles } from './styles/controls.ts';
import './styles/all.css';
import './app-shell.ts';

const sheet = controlStyles.styleSheet;
if (sheet !== undefined) document.adoptedStyleSheets.push(sheet);

const shell = document.createElement('readout-app-shell');
shell.stores = await createStores(desktopApi());
document.body.append(shell);

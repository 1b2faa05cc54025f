/** Uses a module that the host does not have, by its name. */
import { app, Tray } from 'electron';

console.log(JSON.stringify(typeof Tray));
app.exit(0);

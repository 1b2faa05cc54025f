/** Uses a module that the host does not have, as a property of the whole. */
import electron from 'electron';

try {
  console.log(JSON.stringify(typeof electron.Tray));
} catch (error) {
  console.log(JSON.stringify(error.message));
}
electron.app.exit(0);

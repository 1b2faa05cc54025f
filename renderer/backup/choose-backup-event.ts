/** The reader chose a backup of the list. */
export class ChooseBackupEvent extends Event {
  static readonly type = 'choose-backup';
  readonly backupName: string;

  constructor(backupName: string) {
    super(ChooseBackupEvent.type);
    this.backupName = backupName;
  }
}

declare global {
  interface HTMLElementEventMap {
    'choose-backup': ChooseBackupEvent;
  }
}

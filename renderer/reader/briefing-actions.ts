/** What the buttons around a briefing's text do. */
export interface BriefingActions {
  readonly toggleRead: () => void;
  readonly togglePinned: () => void;
  /** Shows what is different from the version that was read last. */
  readonly showChanges: () => void;
  /** Takes the version that is shown as the one that was read. */
  readonly keepVersion: () => void;
  /** Opens another briefing. */
  readonly open: (id: string) => void;
}

import { cdp } from 'vitest/browser';

/** The part of Chromium's protocol that puts the page into other media. */
interface Emulation {
  send(
    method: 'Emulation.setEmulatedMedia',
    media: { features: { name: string; value: string }[] },
  ): Promise<void>;
}

/** Shows the page as with this media feature, until it is set to another value. */
export async function emulateMedia(name: string, value: string): Promise<void> {
  const session = cdp() as unknown as Emulation;
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

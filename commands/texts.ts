import { textsOf } from '../ui/texts';
import type { SharedTextKey, Texts } from '../ui/texts';
import sharedEnglish from '../ui/strings/1033.json';
import sharedFinnish from '../ui/strings/1035.json';
import sharedItalian from '../ui/strings/1040.json';
import sharedSwedish from '../ui/strings/1053.json';
import english from './strings/1033.json';
import finnish from './strings/1035.json';
import italian from './strings/1040.json';
import swedish from './strings/1053.json';

export type CommandTextKey = keyof typeof english | SharedTextKey;

const languages: Readonly<Record<number, Readonly<Record<CommandTextKey, string>>>> = {
  1033: { ...sharedEnglish, ...english },
  1035: { ...sharedFinnish, ...finnish },
  1040: { ...sharedItalian, ...italian },
  1053: { ...sharedSwedish, ...swedish },
};

/**
 * The commands' words. They are in the script, so that a failure can be told while nothing else can be loaded.
 * @param language Windows locale id; English stands in for one that the product does not speak
 */
export function commandTexts(language: number): Texts<CommandTextKey> {
  const strings: Readonly<Record<string, string>> = languages[language] ?? { ...sharedEnglish, ...english };
  return textsOf((key) => strings[key] ?? key);
}

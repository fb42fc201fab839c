import { useLanguage } from '../../ui/language';
import type { Language } from '../../ui/language';
import type { SharedTextKey, Texts } from '../../ui/texts';
import type english from '../strings/1033.json';

export type TextKey = SharedTextKey | keyof typeof english;
export type CouplingTexts = Texts<TextKey>;

export function useCouplingLanguage(): Language<TextKey> {
  return useLanguage<TextKey>();
}

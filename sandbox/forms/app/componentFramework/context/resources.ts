import type { LoadedControl } from '../controlLibrary';

/** `context.resources`: the control's own texts and files. */
export function resourcesOf(control: LoadedControl): ComponentFramework.Resources {
  return {
    // The platform gives back the key where there is no such text.
    getString: (id) => control.strings.get(id) ?? id,
    getResource: (id, success, failure) => {
      fetch(control.folder + id)
        .then(async (response) => {
          if (!response.ok) {
            throw new Error(`${id} answered with ${response.status}.`);
          }
          const bytes = new Uint8Array(await response.arrayBuffer());
          success(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
        })
        .catch(failure);
    },
  };
}

function onlyOnDevice(): Promise<never> {
  return Promise.reject(new Error('This is supported only on mobile devices.'));
}

function contentOf(file: File): Promise<ComponentFramework.FileObject> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} cannot be read.`));
    reader.onload = () =>
      resolve({
        fileName: file.name,
        mimeType: file.type,
        fileSize: file.size,
        // A data URL; the platform gives its base 64 part alone.
        fileContent: typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '',
      });
    reader.readAsDataURL(file);
  });
}

function pickFile(
  options?: ComponentFramework.DeviceApi.PickFileOptions,
): Promise<ComponentFramework.FileObject[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = options?.accept ?? '';
  input.multiple = options?.allowMultipleFiles ?? false;
  return new Promise((resolve, reject) => {
    input.onchange = () => {
      Promise.all([...(input.files ?? [])].map(contentOf)).then(resolve, reject);
    };
    input.oncancel = () => resolve([]);
    input.click();
  });
}

/** `context.device` of a web browser: files can be picked; camera, microphone and position want a mobile device. */
export const device: ComponentFramework.Device = {
  captureAudio: onlyOnDevice,
  captureImage: onlyOnDevice,
  captureVideo: onlyOnDevice,
  getBarcodeValue: onlyOnDevice,
  getCurrentPosition: onlyOnDevice,
  pickFile,
};

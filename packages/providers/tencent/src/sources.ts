const SDK = "https://github.com/TencentCloud/tencentcloud-sdk-nodejs/blob/master/src/services";

/**
 * The vendor's own tables of results as its SDK carries them, for the actions whose page of documentation could not be
 * read.
 */
export const SDK_MODELS: Readonly<Record<"faceid" | "ocr", string>> = {
  faceid: `${SDK}/faceid/v20180301/faceid_models.ts`,
  ocr: `${SDK}/ocr/v20181119/ocr_models.ts`,
};

const SDK = "https://github.com/chuanglanyunzhi/cloud-sdk/blob";
const MODELS = "cloud-sdk-api/src/main/java/com/chuanglan/cloudsdk/api/api";

/** A class of the vendor's Java SDK; its comments say what the results mean and which are billed. */
export const sdkModel = (name: string): string =>
  `${SDK}/774a02533e6dfdf859d312adf26de8f48d47a8df/${MODELS}/${name}.java`;

/** The list of common error codes in the guide of that SDK. */
export const SDK_GUIDE: string = `${SDK}/545fb44b6fd2a19c5d324469d0e0fb7f0e2fe5db/DEVELOPER_GUIDE.md`;

/** The tests of that SDK, which hold answers of the vendor. */
export const SDK_TESTS: string = `${SDK}/a17cb6f63525a9f03f2dc06c4cea9694e604e70c/cloud-sdk-api/src/test/java/com/chuanglan/cloudsdk/api/api/realName/RealNameClientTest.java`;

/** The vendor's page on the company checks. */
export const COMPANY_PAGE = "https://doc.chuanglan.com/document/CCWGWAZMODK426FG";

/** An answer of the vendor's gateway to a call without an app id. */
export const GATEWAY_ANSWER = "https://wsauth.253.com/open/idmatch/idmatch-abroad";

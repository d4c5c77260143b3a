// Browsers are found by engine/provision at start; a package install never downloads one.
module.exports = { skipDownload: true };

// The server's own feature "attachments": POST /api/attachments/piece and GET /api/attachments/{id}.
// Made by the composition root, after "sync", on whose documents its tables lean.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
class FileScanner;
struct FeatureContext;

// `scanner` is looked at with each file: there is one while the server runs and the configuration names one.
std::unique_ptr<Feature> make_attachment_feature(const FeatureContext& context, FileScanner* const& scanner);

}  // namespace alongside::server

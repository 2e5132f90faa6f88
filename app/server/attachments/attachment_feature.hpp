// The server's own feature "attachments": POST /api/attachments/piece and GET /api/attachments/{id}.
// Made by the composition root, after "sync", on whose documents its tables lean.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
struct FeatureContext;

std::unique_ptr<Feature> make_attachment_feature(const FeatureContext& context);

}  // namespace alongside::server

// Files on the server: what was joined to answers without a name arrives here, piece by piece, and goes when the
// answers go. Made by the composition root, which lends who looks through files.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
class FileScanner;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

std::unique_ptr<server::Feature> make_files_feature(server::FeatureContext& context,
                                                    server::FileScanner* const& scanner);

}  // namespace alongside::feedback

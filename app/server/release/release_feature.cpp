#include "app/server/release/release_feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/release/release_check.hpp"

#include <utility>

namespace alongside::server {

namespace {

class ReleaseFeature final : public Feature {
 public:
  explicit ReleaseFeature(const Clock& clock) : clock_(clock) {}

  std::string_view id() const override { return "release"; }

  void verbs(Verbs& verbs) override {
    verbs.add_public(Role::Anybody,
                     {"release",
                      "verify",
                      "Check that a folder with the built client is a release as it was signed, file by file.",
                      {{"FOLDER", "the folder with the built client", VerbArgumentKind::Path},
                       {"KEYS", "the ring of public keys", VerbArgumentKind::Path}},
                      [this](std::span<const std::string> arguments) { return verify(arguments[0], arguments[1]); },
                      VerbNeeds::Nothing});
  }

 private:
  Result<std::string> verify(const std::string& www, const std::string& keys) const {
    const KeyRing ring = ALONGSIDE_TRY(read_key_ring(keys));
    const Release release = ALONGSIDE_TRY(check_release(www, ring));
    const std::string words =
        "release " + std::to_string(release.number) + ", signed on " + release.issued.iso() + " with " + release.key;
    if (release.expires < clock_.today()) {
      return Error{ErrorCode::Incompatible, words + ", is whole, but was good until " + release.expires.iso()};
    }
    return words + ": " + std::to_string(release.files) + " files are as they were signed; good until " +
           release.expires.iso() + "\n";
  }

  const Clock& clock_;
};

}  // namespace

std::unique_ptr<Feature> make_release_feature(const Clock& clock) { return std::make_unique<ReleaseFeature>(clock); }

}  // namespace alongside::server

// StartThrower: throws in start(), to prove that the application names it and goes on.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"

#include <stdexcept>

namespace alongside::start_thrower {
namespace {

constexpr PluginManifest start_thrower_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "start_thrower", "1", ui::Hue::Indigo, {}};

class StartThrower final : public Plugin {
 public:
  explicit StartThrower(Host&) {}
  Result<void> start(Registrar&) override { throw std::runtime_error("thrown at the start"); }
};

}  // namespace
}  // namespace alongside::start_thrower

ALONGSIDE_PLUGIN(start_thrower, alongside::start_thrower::start_thrower_manifest,
                 alongside::start_thrower::StartThrower)

#include "app/client/hosted_plugin.hpp"

#include "app/client/sealed.hpp"
#include "app/ui/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace alongside::client {
namespace {

// A plugin that fails this often in one visit is left alone: drawing it again costs the person more
// than it gives.
constexpr int failures_allowed = 3;

Result<void> check(const PluginManifest* manifest, const CatalogEntry& entry) {
  if (manifest == nullptr) return Error{ErrorCode::Incompatible, "no manifest"};
  if (manifest->abi.size != sizeof(PluginManifest)) return Error{ErrorCode::Incompatible, "manifest of another size"};
  if (manifest->abi.api_version != plugin_api_version) return Error{ErrorCode::Incompatible, "another plugin API"};
  if (std::string_view(manifest->abi.fingerprint) != ALONGSIDE_ABI_FINGERPRINT) {
    return Error{ErrorCode::Incompatible, "built with other tools or flags"};
  }
  if (manifest->id != entry.id) return Error{ErrorCode::Incompatible, "the module is of another plugin"};
  return {};
}

}  // namespace

HostedPlugin::HostedPlugin(CatalogEntry entry, std::uint32_t number, ShellLinks& links)
    : entry_(std::move(entry)), number_(number), services_(links) {}

HostedPlugin::~HostedPlugin() {
  if (plugin_ != nullptr) plugin_->stop();
  drop_plugin();
}

void HostedPlugin::drop_plugin() {
  pages_.clear();
  summaries_.clear();
  settings_.clear();
  if (plugin_ != nullptr) module_.destroy(plugin_);
  plugin_ = nullptr;
}

void HostedPlugin::refuse(Error error) {
  const bool network = error.code == ErrorCode::Offline || error.code == ErrorCode::Unavailable;
  state_ = network ? PluginState::Unreachable : PluginState::Refused;
  error_ = std::move(error);
}

void HostedPlugin::open(const PluginModule& module, ui::Words& words) {
  Result<void> started = sealed([&] { return start(module, words); });
  if (started.ok()) {
    state_ = PluginState::Ready;
    return;
  }
  drop_plugin();  // half started is not started: trying again begins from nothing
  if (started.error().code == ErrorCode::Incompatible) {
    refuse(std::move(started).error());
  } else {
    fail(std::move(started).error());
  }
}

Result<void> HostedPlugin::start(const PluginModule& module, ui::Words& words) {
  const PluginManifest* manifest = module.manifest();
  ALONGSIDE_TRY(check(manifest, entry_));
  module_ = module;
  plugin_ = module.create(&services_);
  if (plugin_ == nullptr) return Error{ErrorCode::Internal, "could not be made"};
  ALONGSIDE_TRY(plugin_->start(*this));
  words.add(manifest->words);
  return {};
}

void HostedPlugin::page(std::string_view path, std::function<std::unique_ptr<Page>()> make) {
  pages_.push_back({std::string(path), std::move(make)});
}

std::unique_ptr<Page> HostedPlugin::make_page(std::string_view path) {
  std::unique_ptr<Page> made;
  for (const PageMaker& maker : pages_) {
    if (!route_matches(maker.pattern, path)) continue;
    run([&]() -> Result<void> {
      made = maker.make();
      return {};
    });
    break;
  }
  return made;
}

void HostedPlugin::run(const std::function<Result<void>()>& call) {
  Result<void> done = sealed(call);
  if (!done.ok()) fail(std::move(done).error());
}

void HostedPlugin::fail(Error error) {
  ++failures_;
  state_ = failures_ >= failures_allowed ? PluginState::Quarantined : PluginState::Failed;
  error_ = std::move(error);
}

void HostedPlugin::try_again() {
  if (state_ == PluginState::Failed) state_ = plugin_ != nullptr ? PluginState::Ready : PluginState::Waiting;
  if (state_ == PluginState::Unreachable) state_ = PluginState::Waiting;
}

}  // namespace alongside::client

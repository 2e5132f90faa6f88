#include "app/client/module_open_web.hpp"

#include <dlfcn.h>
#include <emscripten/emscripten.h>
#include <memory>
#include <utility>

namespace alongside::client {
namespace {

using Done = std::function<void(Result<PluginModule>)>;

template <class Function>
bool find_symbol(void* handle, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(handle, name));
  return function != nullptr;
}

Result<PluginModule> symbols_of(void* handle) {
  PluginModule module;
  const bool complete = find_symbol(handle, "alongside_plugin_manifest", module.manifest) &&
                        find_symbol(handle, "alongside_plugin_create", module.create) &&
                        find_symbol(handle, "alongside_plugin_destroy", module.destroy);
  if (!complete) return Error{ErrorCode::Incompatible, "an entry point is missing"};
  return module;
}

void opened(void* user, void* handle) {
  const std::unique_ptr<Done> done(static_cast<Done*>(user));
  (*done)(symbols_of(handle));
}

void not_opened(void* user) {
  const std::unique_ptr<Done> done(static_cast<Done*>(user));
  const char* reason = dlerror();
  (*done)(Error{ErrorCode::Incompatible, reason != nullptr ? reason : "the module did not open"});
}

}  // namespace

void open_module_file(const std::string& file, std::function<void(Result<PluginModule>)> done) {
  // Always asynchronous: Chromium refuses to compile a module of this size on the spot. Local, so
  // that two plugins may use the same names.
  emscripten_dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL, new Done(std::move(done)), opened, not_opened);
}

}  // namespace alongside::client

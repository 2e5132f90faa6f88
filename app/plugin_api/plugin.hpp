// Plugin: one feature of Alongside as the application sees it. Made by the exported create
// function, told to start once, and from then on only its pages and summary are called. Every call
// is sealed by the host: a plugin that throws is named to the person and the rest goes on.
#pragma once

#include "app/base/result.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/plugin_api/registrar.hpp"

namespace alongside {

class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual Result<void> start(Registrar& registrar) = 0;
  virtual void stop() noexcept {}
};

}  // namespace alongside

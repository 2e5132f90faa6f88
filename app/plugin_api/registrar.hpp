// Registrar: what a plugin may contribute, passed once to Plugin::start(). Each entry belongs to
// the plugin and is dropped with it. Navigation labels come from the plugin's plugin.json, since
// they are needed before its module is loaded.
#pragma once

#include "app/base/result.hpp"
#include "app/plugin_api/page.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace alongside {

class Registrar {
 public:
  // `path` is matched exactly, or as a prefix when it ends in "/*" ("/service/*").
  // It must be one of the routes named in plugin.json.
  virtual void page(std::string_view path, std::function<std::unique_ptr<Page>()> make) = 0;
  // A few lines on the home page of somebody who is signed in, drawn inside a card with the plugin's
  // name as its heading. Drawn only when `has` is true.
  struct Summary {
    std::function<bool()> has;
    std::function<Result<void>(ui::Ui&)> draw;
  };
  virtual void summary(Summary summary) = 0;
  // The plugin's own settings, drawn as a section of the settings page.
  virtual void settings(std::function<Result<void>(ui::Ui&)> draw) = 0;

 protected:
  ~Registrar() = default;
};

}  // namespace alongside

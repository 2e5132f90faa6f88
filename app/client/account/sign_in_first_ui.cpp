#include "app/client/account/sign_in_first_ui.hpp"

#include "app/plugin_api/route.hpp"

namespace alongside::client {

using namespace ui::literals;

void sign_in_first_ui(ui::Ui& ui, std::string_view then) {
  ui.text(ui.tr("shell.sign_in.first"_t));
  ui.link("signin", ui.tr("shell.sign_in"_t), sign_in_href(then), ui::LinkLook::Button);
}

std::string sign_in_href(std::string_view then) {
  Route route{"/signin", {}};
  if (then != "/") route.set("then", then);
  return route.text();
}

std::string inside_href(std::string_view href) {
  const bool inside = href.starts_with('/') && !href.starts_with("//");
  return inside ? Route::parse(href).text() : "/";
}

}  // namespace alongside::client

#include "app/client/own_pages.hpp"

#include "app/client/account/about_us_page.hpp"
#include "app/client/account/account_page.hpp"
#include "app/client/account/everything_page.hpp"
#include "app/client/account/keep_page.hpp"
#include "app/client/account/sign_in_page.hpp"
#include "app/client/help_page.hpp"
#include "app/client/home_page.hpp"
#include "app/client/inbox/inbox_page.hpp"
#include "app/client/missing_page.hpp"
#include "app/client/public_page.hpp"
#include "app/client/settings_page.hpp"

namespace alongside::client {

std::unique_ptr<Page> make_own_page(std::string_view path, const OwnPageTools& tools) {
  if (path == "/") return std::make_unique<HomePage>(tools);
  if (path == "/settings") return std::make_unique<SettingsPage>(tools);
  if (path == "/help") return std::make_unique<HelpPage>(tools.council);
  if (path == "/signin" || path == "/signin/code") return std::make_unique<SignInPage>(tools);
  if (path == "/keep") return std::make_unique<KeepPage>(tools);
  if (path == "/inbox") return std::make_unique<InboxPage>(tools);
  if (path == "/account") return std::make_unique<AccountPage>(tools);
  if (path == "/everything") return std::make_unique<EverythingPage>(tools);
  if (path == "/about-us") return std::make_unique<AboutUsPage>(tools);
  if (const PublicPageLink* link = public_page_at(path)) return std::make_unique<PublicPageView>(tools, *link);
  return std::make_unique<MissingPage>();
}

}  // namespace alongside::client

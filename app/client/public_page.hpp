// PublicPageView: a page that the council wrote for everybody: accessibility, privacy, licences. The
// words come from the server (app/server/public_pages), so that a council changes them without a new
// program. The shell's own; the help page links to all of them.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"
#include "app/ui/text_key.hpp"
#include "app/wire/messages/public_page.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace alongside::client {

struct PublicPageLink {
  std::string_view id;    // in /api/pages/
  std::string_view path;  // in the address bar
  ui::TextKey name;
};

std::span<const PublicPageLink> public_page_links();
const PublicPageLink* public_page_at(std::string_view path);  // null when it is none

class PublicPageView final : public Page {
 public:
  PublicPageView(OwnPageTools tools, const PublicPageLink& link) : tools_(tools), link_(link) {}

  void opened(const Route& route) override;
  std::string shared_address() const override { return std::string(link_.path); }
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Load : std::uint8_t { Waiting, Ready, Missing, Offline, Failed };
  // Held weakly by the answer that is on its way: the page may be left before it comes.
  struct Asked {
    Load load = Load::Waiting;
    wire::PublicPage page;
    void take(Result<Bytes> reply);
  };

  void ask();
  void waiting_ui(ui::Ui& ui);

  OwnPageTools tools_;
  const PublicPageLink& link_;
  std::shared_ptr<Asked> asked_;
};

}  // namespace alongside::client

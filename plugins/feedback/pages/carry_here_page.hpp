// CarryHerePage: "/carry": opens with a code what somebody began on another device, puts it on this one, and goes on
// with it; and leads to what came so before. Nothing of it is in the account of whoever is signed in here, unless it
// has that person's own name.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/model/carried_draft.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace alongside {
class Records;
}

namespace alongside::feedback {

class CarryHerePage final : public Page {
 public:
  explicit CarryHerePage(Host& host) : host_(host) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Look : std::uint8_t {
    Typing,
    Opening,
    NoCode,  // a slip in what was typed; nobody was asked
    Unknown,
    Busy,
    Offline,
    Spoilt,
    OtherPerson,  // it has a name, and whose that is is not signed in here
    BegunHere,    // something else was begun at its place on this device
    NotKept,
    Failed,
  };
  // Replies hold this weakly: the page may have gone.
  struct Opened {
    Look look = Look::Typing;
  };

  void open_box();
  void came(const Result<Bytes>& reply);
  void take_in(CarriedDraft carried);
  void kept(const Result<void>& result, const std::string& href);
  void note(const CarriedDraft& carried, const std::string& key, const std::string& href);
  std::string href_of(const CarriedDraft& carried, const std::string& code) const;
  CarriedList list() const;
  void list_ui(ui::Ui& ui);
  void typing_ui(ui::Ui& ui);
  void trouble_ui(ui::Ui& ui);
  void sign_in_ui(ui::Ui& ui);

  Host& host_;
  std::string typed_;
  std::string opened_code_;  // of the box whose content is being kept
  std::shared_ptr<Opened> opened_ = std::make_shared<Opened>();
};

}  // namespace alongside::feedback

// UnsentPage: "/this-device/not-sent": what lies on this device and is not with the council, in words; a copy of it in
// a file of the person's own; and what such a file has, taken back. Only for who is signed in, or was when the network
// went.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saved_copies.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace alongside::unsent {

struct CopyGoing;

class UnsentPage final : public Page {
 public:
  explicit UnsentPage(Host& host) : host_(host) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Save : std::uint8_t { Idle, Saving, Downloaded, Shared, Closed, Failed };
  enum class Take : std::uint8_t {
    Idle,
    Reading,
    Done,
    NotACopy,
    Damaged,
    Newer,
    TooLarge,
    OtherPerson,
    ManyFiles,
    Full,
    NotKept,
  };
  // Replies hold this weakly: the page may have gone.
  struct State {
    Save save = Save::Idle;
    Take take = Take::Idle;
    SavedCopies::Taken taken;
  };

  void list_ui(ui::Ui& ui, const SavedCopies::Kept& kept);
  void save_ui(ui::Ui& ui, const SavedCopies::Kept& kept);
  void take_ui(ui::Ui& ui);
  void done_ui(ui::Ui& ui);
  void save(const SavedCopies::Kept& kept, const CopyGoing& going);
  void read(const std::string& token);
  void came(const Result<Bytes>& file);
  void ended(const Result<SavedCopies::Taken>& taken);
  std::string save_sentence(const ui::Ui& ui) const;
  std::string take_sentence(const ui::Ui& ui) const;

  Host& host_;
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace alongside::unsent

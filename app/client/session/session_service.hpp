// SessionService: who is signed in on this device, and with them the engine that keeps their changes.
// Knows its person without a network when they chose to keep things here. Owned by Shell; pages of the
// shell ask it, plugins see SessionInfo and Records only.
#pragma once

#include "app/client/platform.hpp"
#include "app/client/session/device_memory.hpp"
#include "app/client/session/expiry_watch.hpp"
#include "app/client/session/no_records.hpp"
#include "app/client/sync/letter_box.hpp"
#include "app/client/sync/sync_engine.hpp"
#include "app/client/woken.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace alongside::client {

enum class Standing : std::uint8_t {
  Starting,  // the device has not said yet whom it knows
  Nobody,
  SignedIn,  // as far as we know: without a network that is what it was last time
  Expired,   // the council wants them to sign in again; everything stays here meanwhile
};

enum class SignInTrouble : std::uint8_t {
  None,
  Offline,
  Refused,
  WrongCode,
  TooManyCodes,
  NobodyWaits,  // a code, long after they came back from the provider
};

class SessionService {
 public:
  // `changed` asks for a frame; `arrived` is told after a sign-in by hand; `holds_files` says whether files
  // are here that the council has not got: those stay then.
  struct Events {
    std::function<void()> changed;
    std::function<void()> arrived;
    std::function<bool()> holds_files;
  };
  SessionService(Platform& platform, const Clock& clock, LetterBox& letters, Events events);

  // `opened`: the device's database without a name is open, or cannot be.
  void start(std::function<void()> opened = [] {});
  void woken(Woken why);

  Standing standing() const { return standing_; }
  bool known() const { return !info_.person.is_nil(); }  // somebody's things are on the screen
  const wire::SessionInfo& info() const { return info_; }
  Records& records();
  SyncEngine& engine() { return engine_; }
  SyncStatus sync_status() const { return engine_.status(); }
  const ExpiryWatch& expiry() const { return expiry_; }
  void sync_now() { engine_.sync(SyncReason::Asked); }

  // As one of the council's demonstration people.
  void sign_in(PersonId person);
  // With the council's code, by whom a provider has just said to be somebody.
  void enter_code(std::string_view code);
  // Leaves the page for a provider; what is unsent stays on the device.
  void go_to_provider(std::string_view start, std::string_view then);
  bool signing_in() const { return signing_in_; }
  SignInTrouble sign_in_trouble() const { return trouble_; }
  // Asks the council who is signed in; that alone makes the session last longer.
  void stay();
  // Ends the session here. What only this device has stays there sealed for next time; all else of this person goes.
  void sign_out();
  bool signing_out() const { return signing_out_; }

  KeepChoice keep() const { return notes_.keep; }
  void choose_keep(KeepChoice keep);

 private:
  void open_remembered();
  void tell_end_then_ask();
  void ask_council();
  void answered(Result<Bytes> reply);
  void adopt(wire::SessionInfo info);
  void sign_in_answered(const Result<Bytes>& reply, SignInTrouble refused);
  void open_engine(std::function<void()> done);
  void settled(wire::SessionInfo info);
  void engine_changed();
  void expiry_due();
  void expire();
  void leave_device(std::string href);
  void compare_turn();
  void new_turn();
  void remember(std::function<void()> done = [] {});
  Keep engine_keep() const;

  Platform& platform_;
  LetterBox& letters_;
  Events events_;
  SyncEngine engine_;
  NoRecords no_records_;
  DeviceMemory memory_;
  ExpiryWatch expiry_;
  DeviceNotes notes_;
  wire::SessionInfo info_;
  Standing standing_ = Standing::Starting;
  SyncState sync_before_ = SyncState::Idle;
  SignInTrouble trouble_ = SignInTrouble::None;
  bool signing_in_ = false;
  bool signing_out_ = false;
  bool asking_ = false;
  bool reached_ = false;  // the council has said who is signed in, in this visit
};

}  // namespace alongside::client

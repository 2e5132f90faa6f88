// UnsafePage: "/say/safe": somebody tells the council that they do not feel safe. Says first what will happen; what
// they write is kept on this device and sent until the council has it, and is never called received before.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/feedback/model/safety_call.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace alongside::feedback {

class UnsafePage final : public Page {
 public:
  explicit UnsafePage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Way : std::uint8_t { NotYet, Saving, Waiting, WithCouncil, Read, Refused, Failed };
  // Replies hold this weakly: the page may have gone.
  struct Sent {
    Way way = Way::NotYet;
    std::size_t refused_before = 0;
    OperationId operation;
  };

  void telling_ui(ui::Ui& ui);
  void told_ui(ui::Ui& ui, Way way);
  void send();
  Way way() const;
  Way way_with_name() const;
  bool is_signed_in() const;

  Host& host_;
  SafetyCall call_;
  std::string who_;  // "name", or "" for nobody's
  bool has_name_ = false;
  std::shared_ptr<Sent> sent_ = std::make_shared<Sent>();
};

}  // namespace alongside::feedback

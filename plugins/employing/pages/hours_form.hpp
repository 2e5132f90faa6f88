// HoursForm: writes down time of one worker, or corrects an entry with a reason. Part of WorkerPage; what is typed is
// kept as a draft of this worker.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/employing/model/work_rules.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <optional>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::employing {

// As it is typed.
struct TypedHours {
  static constexpr wire::SchemaId schema{521, 1};
  std::string day;
  std::string kind;  // by name
  std::string time;
  std::string miles;
  std::string note;
  std::string reason;
  DocumentId replaces;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(kind), CEREAL_NVP(time), CEREAL_NVP(miles), CEREAL_NVP(note),
            CEREAL_NVP(reason), CEREAL_NVP(replaces), tail);
  }
};

class HoursForm {
 public:
  HoursForm(Host& host, WorkStore& store) : host_(host), store_(store) {}

  void open(DocumentId worker);
  void correct(const BookEntry& entry);
  void form_ui(ui::Ui& ui, const BookWorker& worker);

 private:
  bool begin();
  bool fields_ui(ui::Ui& ui, const BookWorker& worker);
  void buttons_ui(ui::Ui& ui, const BookWorker& worker);
  std::string error_of(const ui::Ui& ui, std::string_view field) const;
  std::optional<WorkFault> read(const BookWorker& worker, RecordHours& hours) const;
  void save(const BookWorker& worker);
  void clear();

  Host& host_;
  WorkStore& store_;
  DocumentId worker_;
  std::string draft_key_;
  bool has_begun_ = false;
  TypedHours typed_;
  std::optional<WorkFault> fault_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  bool wants_focus_ = false;
  Saving saving_;
};

}  // namespace alongside::employing

// CrashingConnection: a database's connection that goes away at a step of the test's choice, before the step is done
// or before its answer arrives, as when the program, the machine or the line to a server dies there. Each statement
// that is run is a step, and so are beginning and committing. Used by crash_steps_test.cpp.
#pragma once

#include "app/server/storage/database_connection.hpp"

#include <memory>
#include <set>
#include <utility>

namespace alongside::server {

enum class CrashWhen : std::uint8_t { BeforeTheStep, BeforeItsAnswer };

// Kept by the test; says where, and afterwards whether.
struct CrashPlan {
  int steps = 0;  // so many were begun
  int at = 0;     // at this one; 0: never
  CrashWhen when = CrashWhen::BeforeTheStep;
  bool crashed = false;
};

class CrashingConnection final : public DatabaseConnection {
 public:
  CrashingConnection(std::unique_ptr<DatabaseConnection> inner, CrashPlan& plan)
      : inner_(std::move(inner)), plan_(plan) {}

  DatabaseKind kind() const override { return DatabaseKind::Sqlite; }
  Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override {
    return step([&] { return inner_->execute(sql); });
  }
  Result<void> begin() override {
    return step([&] { return inner_->begin(); });
  }
  Result<void> commit() override {
    return step([&] { return inner_->commit(); });
  }
  std::int64_t changes() const override { return inner_ ? inner_->changes() : 0; }
  bool in_transaction() const override { return inner_ && inner_->in_transaction(); }
  Result<void> checkpoint() override { return inner_ ? inner_->checkpoint() : gone(); }
  Result<bool> has_table(std::string_view name) override {
    if (!inner_) return gone();
    return inner_->has_table(name);
  }
  bool broken() const override { return !inner_ || inner_->broken(); }

 private:
  // What is open of it has to go first: SQLite's file stays locked as long as one statement lives.
  class Crashing final : public PreparedStatement {
   public:
    Crashing(CrashingConnection& connection, std::unique_ptr<PreparedStatement> inner)
        : connection_(connection), inner_(std::move(inner)), sql_(inner_->sql()) {
      connection_.open_.insert(this);
    }
    ~Crashing() override { connection_.open_.erase(this); }
    std::string_view sql() const override { return sql_; }
    void bind_integer(int at, std::int64_t value) override {
      if (inner_) inner_->bind_integer(at, value);
    }
    void bind_real(int at, double value) override {
      if (inner_) inner_->bind_real(at, value);
    }
    void bind_text(int at, std::string_view value) override {
      if (inner_) inner_->bind_text(at, value);
    }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override {
      if (inner_) inner_->bind_bytes(at, value);
    }
    void bind_null(int at) override {
      if (inner_) inner_->bind_null(at);
    }
    Result<Step> step() override {
      return connection_.step([&] { return inner_->step(); });
    }
    void reset() override {
      if (inner_) inner_->reset();
    }
    std::int64_t integer(int column) const override { return inner_ ? inner_->integer(column) : 0; }
    double real(int column) const override { return inner_ ? inner_->real(column) : 0; }
    std::string_view text(int column) const override { return inner_ ? inner_->text(column) : std::string_view(); }
    std::span<const std::uint8_t> bytes(int column) const override {
      return inner_ ? inner_->bytes(column) : std::span<const std::uint8_t>();
    }
    bool is_null(int column) const override { return !inner_ || inner_->is_null(column); }
    void crash() { inner_.reset(); }

   private:
    CrashingConnection& connection_;
    std::unique_ptr<PreparedStatement> inner_;
    std::string sql_;
  };

  static Error gone() { return {ErrorCode::Storage, "the database is gone"}; }

  template <class Do>
  auto step(Do what) -> decltype(what()) {
    if (!inner_) return gone();
    const bool here = ++plan_.steps == plan_.at;
    if (here && plan_.when == CrashWhen::BeforeTheStep) return crash();
    auto done = what();
    if (here) return crash();
    return done;
  }

  Error crash() {
    plan_.crashed = true;
    for (Crashing* statement : open_) statement->crash();
    inner_.reset();
    return gone();
  }

  std::unique_ptr<DatabaseConnection> inner_;
  CrashPlan& plan_;
  std::set<Crashing*> open_;
};

inline Result<std::unique_ptr<PreparedStatement>> CrashingConnection::prepare(std::string_view sql) {
  if (!inner_) return gone();
  return std::unique_ptr<PreparedStatement>(std::make_unique<Crashing>(*this, ALONGSIDE_TRY(inner_->prepare(sql))));
}

}  // namespace alongside::server

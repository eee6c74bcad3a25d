using Foldstream.Testing;

namespace Bank.Tests;

public sealed class GoldenEventTests
{
    #region golden
    [Fact]
    public void Whatever_was_stored_still_loads() => GoldenEvents.Verify(BankEvents.Model, "events/golden");
    #endregion
}

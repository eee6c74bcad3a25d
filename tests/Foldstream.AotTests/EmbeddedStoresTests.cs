namespace Foldstream.AotTests;

/// <summary>Everything that a user does with the stores that need no server, published with NativeAOT: the program asserts its own results.</summary>
public sealed class EmbeddedStoresTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Published_natively_all_that_the_stores_do_holds()
    {
        using var publish = await AotPublish.RunAsync("tests/Foldstream.Sqlite.NativeProgram");

        publish.AssertWarnings(SqliteWarnings.Known);
        output.WriteLine(await publish.MeasureAsync());
        var printed = await publish.ExecuteAsync(["walk"]);
        Assert.Equal(
            $"""
            {Steps.Of("memory")}
            {Steps.Of("sqlite")}
            sqlite: rows in the store's transaction
            sqlite: read back

            """,
            printed);
    }
}

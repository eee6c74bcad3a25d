namespace Foldstream.AotTests;

/// <summary>The quick start, published with NativeAOT: dispatch and serialisation need no reflection.</summary>
public sealed class QuickStartTests
{
    [Fact]
    public async Task Published_natively_it_prints_what_it_prints_on_the_jit()
    {
        using var publish = await AotPublish.RunAsync("samples/QuickStart");

        publish.AssertWarnings(SqliteWarnings.Known);
        var native = await publish.ExecuteAsync([]);
        Assert.Equal("Alice: 120.50 after 2 events\n", native);
        Assert.Equal(await publish.ExecuteJitAsync(), native);
    }
}

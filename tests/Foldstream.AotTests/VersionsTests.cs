namespace Foldstream.AotTests;

/// <summary>Older versions of events, published with NativeAOT: upcasting by types and by JSON needs no reflection.</summary>
public sealed class VersionsTests
{
    [Fact]
    public async Task Published_natively_it_reads_every_version_as_on_the_jit()
    {
        using var publish = await AotPublish.RunAsync("samples/Versions");

        publish.AssertWarnings();
        var native = await publish.ExecuteAsync([]);
        Assert.Equal(
            """
            first: Lovelace
            second: Hopper
            third: Liskov
            order-placed@3 by 'OrderPlaced.ToV2' (version 1 to 2), 'OrderPlaced.From' (version 2 to 3)
            stored as order-placed, read as OrderPlaced { FirstName = Ada, LastName = Lovelace }
            stored as order-placed@2, read as OrderPlaced { FirstName = Grace, LastName = Hopper }
            stored as order-placed@3, read as OrderPlaced { FirstName = Barbara, LastName = Liskov }

            """,
            native);
        Assert.Equal(await publish.ExecuteJitAsync(), native);
    }
}

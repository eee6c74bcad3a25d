[assembly: AssemblyFixture(typeof(Foldstream.AotTests.AotArtifacts))]

namespace Foldstream.AotTests;

/// <summary>What the publishes of this run build on the way, which goes with it.</summary>
public sealed class AotArtifacts : IDisposable
{
    /// <summary>The folder, outside of the repository.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("foldstream-aot-artifacts-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

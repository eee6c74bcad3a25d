namespace Foldstream.Catalogue.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("foldstream-catalogue-").FullName;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Read(params string[] parts) => System.IO.File.ReadAllText(File(parts));

    public void Write(string text, params string[] parts)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(parts))!);
        System.IO.File.WriteAllText(File(parts), text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

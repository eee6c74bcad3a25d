// What the targets of the package run after the compiler: catalogue files, the schema baseline, golden payloads.
using Foldstream.Catalogue;

return ToolRun.Run(args, Console.Out, Console.Error);
